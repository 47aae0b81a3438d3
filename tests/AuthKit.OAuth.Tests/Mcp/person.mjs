// The person behind a client that is no script of npm's: makes an account, allows what an address asks for, and prints where the browser
// ends up.
// usage: node person.mjs SERVER ADDRESS
import { Person } from '../Clients/person.mjs';

const address = process.argv[3];
const person = await Person.register();
console.log((await person.authorize(new URL(address))).href);
