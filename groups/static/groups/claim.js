// The card's square holds the words after a '#': they fill the boxes here and are never sent in an address.
// ES2017; works without this file, too.
const form = document.querySelector('[data-card-words]');
const begin = document.querySelector('[data-card-begin]');

function fill(words) {
  words.forEach((word, index) => {
    const box = form.elements['word' + (index + 1)];
    if (box && !box.value) box.value = word;
  });
}

function fromAddress() {
  const words = decodeURIComponent(location.hash.slice(1)).split('-').filter(Boolean);
  if (words.length !== 10) return;
  fill(words);
  history.replaceState(null, '', location.pathname);
  form.querySelector('[type=submit]').focus();
}

// Ten words pasted or typed into one box go into ten.
function spread(event) {
  const words = event.target.value.trim().split(/[\s,-]+/);
  if (words.length < 2) return;
  const first = Number(event.target.name.slice(4));
  words.slice(0, 11 - first).forEach((word, index) => {
    form.elements['word' + (first + index)].value = word;
  });
  form.elements['word' + Math.min(10, first + words.length)].focus();
}

if (form) {
  fromAddress();
  form.addEventListener('input', spread);
}

// The words in the address go on to the page that has the boxes.
if (begin) begin.action = location.pathname + location.hash;
