find('form').onsubmit = event => {
  event.preventDefault();
  join();
};
find('leave').onclick = leaveRoom;
addEventListener('pagehide', () => leave());
addEventListener('pageshow', ({ persisted }) => { if (persisted && session.room) connect(); });
load();
showDoor();
if (remember()) join();
setInterval(pump, 20);
follow();
