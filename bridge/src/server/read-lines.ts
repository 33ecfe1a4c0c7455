import { Transform } from "node:stream";

/**
 * Standard input as it is, with a word on every line that is no JSON: the SDK passes over those in silence.
 *
 * @param log is told a sentence for each
 */
export function watchLines(log: (line: string) => void): Transform {
	let count = 0;
	let rest: Buffer[] = [];
	function check(line: Buffer) {
		count += 1;
		const text = line.toString("utf8").trim();
		if (text !== "" && !isJson(text)) log(`Line ${count} of its input is no JSON and is ignored.`);
	}
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			let from = 0;
			for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
				check(Buffer.concat([...rest, chunk.subarray(from, at)]));
				rest = [];
				from = at + 1;
			}
			if (from < chunk.length) rest.push(chunk.subarray(from));
			done(undefined, chunk);
		},
		flush(done) {
			if (rest.length > 0) log("Its input ended amid a line; that line is ignored.");
			done();
		},
	});
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** What an error of the SDK's says, in one sentence. */
export function inOneSentence(error: Error): string {
	// A list of all that a schema misses.
	if ("issues" in error) return "It was sent JSON that is no message of JSON-RPC 2.0, and ignores it.";
	return error.message.split("\n", 1)[0] ?? "";
}
