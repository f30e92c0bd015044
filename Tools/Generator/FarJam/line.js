// The broker gives up one who is silent for half as long again. A page out of sight has its timers run once a minute only.
let keepAliveS = 60, pingMs = 25000, patienceMs = 10000;

// One connection to a broker by WebSocket, from its beginning to its end; there is no second one in it.
class BrokerLine {
  // wish: address, id, topic, will, user, password. tell: welcome(), heard(payload), ended(why, isRefused).
  constructor(wish, tell) {
    this.wish = wish;
    this.tell = tell;
    this.isWelcome = this.isOver = false;
    this.reader = new MqttReader();
    this.spokeMs = this.askedMs = performance.now();
    this.isAsking = true;
    try {
      this.socket = new WebSocket(wish.address, 'mqtt');
    } catch (e) {
      let isInsecure = e.name === 'SecurityError';
      setTimeout(() => this.end(isInsecure ? 'A page from https reaches wss:// only.' : 'That is no address.', true));
      return;
    }
    this.socket.binaryType = 'arraybuffer';
    this.socket.onopen = () => this.say(
      mqttConnect(wish.id, keepAliveS, wish.topic, wish.will, wish.user, wish.password));
    this.socket.onmessage = ({ data }) => this.take(data);
    this.socket.onclose = () => this.end(
      this.isWelcome ? 'The broker is gone.' : 'No broker answers there, or the browser does not trust its certificate.');
  }

  // Whether a packet would go now: the browser keeps what the network does not take yet.
  get isReady() { return this.isWelcome && !this.isOver && this.socket.bufferedAmount < 8192; }

  publish(payload) { this.say(mqttPublish(this.wish.topic, payload)); }

  // Time passes: signs of life, and patience that ends.
  tick() {
    if (this.isOver || !this.socket) return;
    let nowMs = performance.now();
    if (this.isAsking) {
      if (nowMs - this.askedMs > patienceMs) this.end('The broker does not answer.');
    } else if (this.isWelcome && nowMs - this.spokeMs > pingMs) {
      this.say(mqttPacket(mqtt.ping, 0, []));
      this.isAsking = true;
      this.askedMs = nowMs;
    }
  }

  // Its last will is for those that go without a word; who comes back at once says nothing.
  leave(isForGood = true) {
    if (this.isWelcome && !this.isOver) {
      if (isForGood) this.publish(this.wish.will);
      this.say(mqttPacket(mqtt.disconnect, 0, []));
    }
    this.isOver = true;
    if (this.socket) this.socket.close();
  }

  say(bytes) {
    if (this.isOver || this.socket.readyState !== 1) return;
    this.socket.send(bytes);
    this.spokeMs = performance.now();
  }

  take(data) {
    let packets = data instanceof ArrayBuffer ? this.reader.take(new Uint8Array(data)) : null;
    if (!packets) this.end('What answers there is no MQTT broker.', true);
    this.isAsking = this.isAsking && !this.isWelcome;
    for (let packet of packets || []) if (!this.isOver) this.hear(packet);
  }

  hear(packet) {
    let { type, body } = packet;
    if (type === mqtt.welcome && body[1]) this.end(refusals[body[1]] || 'The broker refuses: code ' + body[1], body[1] !== 3);
    else if (type === mqtt.welcome) this.say(mqttSubscribe(this.wish.topic));
    else if (type === mqtt.subscribed && body[2] > 2) this.end('The broker does not let this user into this room.', true);
    else if (type === mqtt.subscribed) {
      this.isWelcome = true;
      this.isAsking = false;
      this.tell.welcome();
    } else if (type === mqtt.publish) {
      let payload = mqttPayload(packet);
      if (payload) this.tell.heard(payload);
    }
  }

  end(why, isRefused = false) {
    if (this.isOver) return;
    this.isOver = true;
    if (this.socket) this.socket.close();
    this.tell.ended(why, isRefused);
  }
}
