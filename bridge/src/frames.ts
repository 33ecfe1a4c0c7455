/**
 * A message with its length before it: four bytes, little-endian, then JSON in UTF-8. Chrome's Native Messaging
 * prescribes it; the bridge's own socket uses the same.
 */

/** In bytes. Chrome sends a host no more (Native Messaging). */
export const longestFrame = 64 * 1024 * 1024;

const headerLength = 4;

/** @returns the frame, header included; the message itself has four bytes less */
export function encodeFrame(message: unknown): Buffer {
	const body = Buffer.from(JSON.stringify(message), "utf8");
	const header = Buffer.alloc(headerLength);
	// Native byte order, which is little-endian wherever Chrome runs.
	header.writeUInt32LE(body.length);
	return Buffer.concat([header, body]);
}

export type Frame =
	| { kind: "message"; message: unknown }
	/** Not JSON. What follows can be read all the same. */
	| { kind: "malformed" }
	/** Longer than allowed: where the next frame begins will never be known. */
	| { kind: "too-long"; length: number };

export type FrameReader = {
	/** @returns the frames that are complete now; nothing any more after one that was too long */
	push(chunk: Buffer): Frame[];
	/** Whether a frame has begun whose end has not come. */
	halfWay(): boolean;
};

/** @param longest in bytes, without the header */
export function frameReader(longest = longestFrame): FrameReader {
	let chunks: Buffer[] = [];
	let available = 0;
	let length: number | undefined;
	let broken = false;

	function take(count: number): Buffer {
		const all = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
		const rest = all.subarray(count);
		chunks = rest.length > 0 ? [rest] : [];
		available = rest.length;
		return all.subarray(0, count);
	}

	function next(): Frame | undefined {
		if (length === undefined) {
			if (available < headerLength) return undefined;
			length = take(headerLength).readUInt32LE();
			if (length > longest) {
				broken = true;
				chunks = [];
				return { kind: "too-long", length };
			}
		}
		if (available < length) return undefined;
		const body = take(length).toString("utf8");
		length = undefined;
		try {
			return { kind: "message", message: JSON.parse(body) };
		} catch {
			return { kind: "malformed" };
		}
	}

	return {
		push(chunk) {
			const frames: Frame[] = [];
			if (broken || chunk.length === 0) return frames;
			chunks.push(chunk);
			available += chunk.length;
			for (let frame = next(); frame; frame = broken ? undefined : next()) frames.push(frame);
			return frames;
		},
		halfWay: () => !broken && (length !== undefined || available > 0),
	};
}
