// The page's carrier: a room at a broker, wherever that is.
let ownUs = () => Math.round(performance.now() * 1000);
let stored = 'jam', firstRetryMs = 1000, longestRetryMs = 8000;

// Devices have any number; the lowest one's clock holds, and a page that sleeps with its computer is a bad clock.
let session = new JamSession(128 + Math.floor(Math.random() * 127), 'guest ' + (100 + Math.floor(Math.random() * 900)), ownUs());
let clientId = 'jam' + Math.random().toString(36).slice(2, 14);
let jam = null, ahead = 0, line = null, wish = null, retryMs = 0, retry = 0, wasWelcome = false, told = -1;
let wallMs = Date.now() - performance.now();

function send(message) {
  session.edit(message, ownUs());
  pump();
}

function load() {
  let { state } = session, { values } = state;
  jam = {
    tracks: tracks.map((name, track) => {
      let steps = values.slice(track * 16, track * 16 + 16), how = values[trackCell + track];
      return {
        steps: steps.map(value => value > 127), velocities: steps.map(value => value & 127),
        muted: (how & 128) !== 0, solo: (how & 256) !== 0, volume: how & 127
      };
    }),
    transport: { isPlaying: state.isPlaying, tempo: state.tempo100 / 100, swing: state.swing, origin: state.originMs },
    colorMode: modes[state.mode], key: roots[state.root], scale: scales[state.scale][0]
  };
  told = session.count;
  let names = [session.name, ...session.people.all.map(one => one.name)].join(', ');
  find('people').textContent = (session.room ? 'In ' + session.room + ': ' : 'Alone: ') + names;
  show();
}

// What is due now: to the eye, to the room, to the clock.
function pump() {
  let nowUs = ownUs();
  wake();
  session.tick(nowUs);
  if (told !== session.count) load();
  ahead = session.clock.offsetUs / 1000;
  if (!line) return;
  line.tick();
  let packet = line && line.isReady ? session.feed.fill(nowUs) : null;
  if (packet) line.publish(packet);
}

// A computer that slept has a clock that stood still meanwhile: by a new connection it hears from the others what time it is.
function wake() {
  let nowMs = Date.now() - performance.now(), isLate = nowMs - wallMs > 1000;
  wallMs = nowMs;
  if (!isLate || !line) return;
  leave(false);
  connect();
}

function connect() {
  clearTimeout(retry);
  say('connecting');
  let own = line = new BrokerLine(
    {
      ...wish, id: clientId, topic: 'nano/jam/' + session.room,
      will: byePacket(session.sum, session.id)
    },
    {
      welcome: () => welcome(),
      heard: packet => {
        let { id } = session;
        session.receive(packet, ownUs());
        // The last will has the number too, which somebody else goes by now.
        if (id !== session.id && line === own) {
          leave(false);
          connect();
        }
        pump();
      },
      ended: (why, isRefused) => ended(why, isRefused)
    });
}

function welcome() {
  let nowMs = Math.trunc(ownUs() / 1000) | 0;
  say('connected', true);
  find('problem').textContent = '';
  find('door').open = false;
  retryMs = 0;
  if (wasWelcome) {
    // What was done meanwhile is in the log still; the digest tells whether others did something too.
    session.feed.meetStranger();
    session.feed.edited(true, nowMs);
  } else session.feed.begin(nowMs);
  wasWelcome = true;
  pump();
}

// Tried again after ½–1, 1–2, 2–4, then always 4–8 s, by chance; but who was never let in is asked what to do.
function ended(why, isRefused) {
  line = null;
  find('problem').textContent = why;
  if (isRefused && !wasWelcome) {
    find('door').open = true;
    say('not connected');
    return;
  }
  retryMs = Math.min(longestRetryMs, retryMs * 2 || firstRetryMs);
  say('trying again');
  retry = setTimeout(connect, retryMs / 2 * (1 + Math.random()));
}

function leave(isForGood) {
  clearTimeout(retry);
  if (line) line.leave(isForGood);
  line = null;
}

// Plays on alone.
function leaveRoom() {
  leave();
  if (session.room) session.join(null, ownUs());
  find('problem').textContent = '';
  showDoor();
}

function showDoor() {
  say('alone');
  find('leave').hidden = find('invite').hidden = !session.room;
  if (session.room) find('invite').href = '#' + new URLSearchParams({ broker: wish.address, room: session.room });
  pump();
}

function join() {
  let room = find('room').value.trim().toUpperCase(), name = find('name').value.trim();
  let before = JSON.stringify([wish, session.room]);
  if (name && name !== session.name) {
    session.name = name;
    session.tellPeople();
  }
  keep();
  if (!/^[A-Z0-9]{6}$/.test(room)) {
    find('problem').textContent = 'A room has six letters or digits.';
    return;
  }
  if (!/^wss?:../i.test(find('broker').value.trim())) {
    find('problem').textContent = 'The broker\'s address is like wss://host:8884/';
    return;
  }
  wish = { address: find('broker').value.trim(), user: find('user').value, password: find('password').value };
  if (line && before === JSON.stringify([wish, room])) return;
  leave();
  wasWelcome = false;
  if (room !== session.room) session.join(room, ownUs());
  showDoor();
  connect();
}

// In this browser, if asked to, and nowhere else.
let fields = ['broker', 'user', 'password', 'room', 'name'];

function keep() {
  try {
    if (find('keep').checked) localStorage[stored] = JSON.stringify(fields.map(id => find(id).value));
    else delete localStorage[stored];
  } catch (e) { find('keep').checked = false; }
}

// What an invitation says comes first: #broker=wss://…&room=JAM347. A password goes to the broker that it was given for only.
function remember() {
  let invited = new URLSearchParams(location.hash.slice(1)), values = [];
  try { values = JSON.parse(localStorage[stored] || '[]'); } catch (e) { values = []; }
  find('keep').checked = values.length > 0;
  let isOther = invited.has('broker') && invited.get('broker') !== values[0];
  fields.forEach((id, i) => { find(id).value = isOther && (id === 'user' || id === 'password') ? '' : values[i] || ''; });
  for (let id of ['broker', 'room']) if (invited.has(id)) find(id).value = invited.get(id);
  return values.length > 0 && !isOther && find('room').value !== '';
}
