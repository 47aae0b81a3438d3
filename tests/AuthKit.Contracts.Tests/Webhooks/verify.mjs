// Verifies a message by the library that Standard Webhooks publishes, and that it refuses what was tampered with.
import { Webhook } from "standardwebhooks";

const [secret, id, timestamp, signature, body] = process.argv.slice(2);

// The sender's clock stands where its test has put it; the library compares the timestamp with this machine's.
const now = Number(timestamp) * 1000;
Date.now = () => now;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length ? given : [now]));
  }
};

const verify = (changes) => {
  const message = { secret, id, timestamp, signature, body, ...changes };
  return new Webhook(message.secret).verify(message.body, {
    "webhook-id": message.id,
    "webhook-timestamp": message.timestamp,
    "webhook-signature": message.signature,
  });
};

const refused = (what, changes) => {
  try {
    verify(changes);
  } catch {
    return;
  }
  throw new Error(`It was taken with another ${what}.`);
};

const message = verify({});
refused("body", { body: body + " " });
refused("id", { id: id + "0" });
refused("timestamp", { timestamp: String(Number(timestamp) + 1) });
refused("secret", { secret: "whsec_" + Buffer.alloc(32).toString("base64") });
console.log(message.type);
