// What a frame does, in the one order that neither loses nor doubles anything: answers to the outbox, the run to the log,
// then the page; last the line learns how far the log is.

const GRACE = 2000;

/** `show` draws each change of the log; `other` takes the frames that are not the log's. */
export function createFlow({ log, outbox, link, clock, env, show, other }) {
  let behindTimer;

  /** Own messages that stand in the log need no other place: their answer may have been lost. */
  function settle() {
    log.messages.forEach((message) => { if (log.isMine(message)) outbox.arrived(message); });
  }

  function make([name, what]) {
    if (name === 'reset') settle();
    if (show[name]) show[name](what);
    if (name === 'message' && log.isMine(what)) outbox.arrived(what);
    if (name === 'ready') outbox.flush();
    if (name === 'reset') outbox.doubt();
  }

  function answer(frame) {
    if (frame.type === 'posted') outbox.posted(frame);
    else if (frame.type === 'error' && frame.client_id && outbox.get(frame.client_id)) outbox.error(frame);
    else if (other[frame.type]) other[frame.type](frame);
  }

  function take(frame) {
    answer(frame);
    const was = log.cursor;
    const result = log.apply(frame);
    if (frame.type === 'events' && frame.events.length) clock.see(frame.events[frame.events.length - 1].at);
    result.changes.forEach(make);
    if (log.cursor !== was) link().applied();
    if (result.ask) link().ask();
    env.clearTimeout(behindTimer);
    if (result.behind) behindTimer = env.setTimeout(() => link().ask(), GRACE);
  }

  return { take, settle };
}
