// Started by the browser. Asked over ECHO_PORT for a number of rounds, it sends so many messages one after the other, and
// tells how long the extension took to say each back, in ms.
import { connect } from "node:net";

const message = Buffer.from(
	JSON.stringify({ id: "1", method: "tools/call", params: { name: "get_webhook_config" } }),
);
const frame = Buffer.alloc(4 + message.length);
frame.writeUInt32LE(message.length);
message.copy(frame, 4);

let received = Buffer.alloc(0);
let said;
process.stdin.on("data", (piece) => {
	received = Buffer.concat([received, piece]);
	while (received.length >= 4 && received.length >= 4 + received.readUInt32LE()) {
		received = received.subarray(4 + received.readUInt32LE());
		said?.();
	}
});
process.stdin.on("end", () => process.exit());

const bench = connect(Number(process.env.ECHO_PORT), "127.0.0.1");
bench.on("error", () => process.exit(1));
bench.on("data", async (rounds) => {
	const times = [];
	for (let round = 0; round < Number(rounds); round++) {
		const start = performance.now();
		const back = new Promise((resolve) => {
			said = resolve;
		});
		process.stdout.write(frame);
		await back;
		times.push(performance.now() - start);
	}
	bench.write(`${JSON.stringify(times)}\n`);
});
