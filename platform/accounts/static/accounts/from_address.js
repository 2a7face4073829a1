// What a square or a start address holds after its '#' is taken out of the address line at once, sent in a form, and so
// reaches no log. ES2017; without this file it is typed or pasted.
const form = document.querySelector('[data-from-address]');
const given = decodeURIComponent(location.hash.slice(1));

if (given) history.replaceState(null, '', location.pathname);
// Once only: a page that comes back with a refusal has no '#' any more, and waits for a person.
if (form && given) {
  form.elements[form.dataset.fromAddress].value = given;
  form.submit();
}
