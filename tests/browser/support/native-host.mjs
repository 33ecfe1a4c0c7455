// Stands in for the bridge: Chrome starts it as native host, and it passes frames to and from the test, line by line.
import { connect } from "node:net";

const socket = connect(process.env.CHATSIDE_TEST_SOCKET);
let unread = Buffer.alloc(0);
let line = "";

process.stdin.on("data", (piece) => {
	unread = Buffer.concat([unread, piece]);
	while (unread.length >= 4 && unread.length >= 4 + unread.readUInt32LE(0)) {
		const end = 4 + unread.readUInt32LE(0);
		socket.write(`${unread.subarray(4, end).toString("utf8")}\n`);
		unread = unread.subarray(end);
	}
});
process.stdin.on("end", () => process.exit(0));

socket.on("data", (piece) => {
	line += piece.toString("utf8");
	const lines = line.split("\n");
	line = lines.pop() ?? "";
	for (const text of lines) {
		const body = Buffer.from(text, "utf8");
		const head = Buffer.alloc(4);
		head.writeUInt32LE(body.length);
		process.stdout.write(Buffer.concat([head, body]));
	}
});
socket.on("close", () => process.exit(0));
socket.on("error", () => process.exit(1));
