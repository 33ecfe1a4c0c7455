import { describe, expect, it } from "vitest";
import { encodeFrame, frameReader } from "../../../bridge/src/frames";

const a = Buffer.from('\x07\0\0\0{"a":1}');
const message = { kind: "message", message: { a: 1 } };

describe("encodeFrame", () => {
	it("puts the length in four bytes, little-endian, before the JSON", () => {
		expect(encodeFrame({ a: 1 })).toEqual(a);
	});

	it("counts bytes and not characters", () => {
		expect(encodeFrame("ñ").subarray(0, 4)).toEqual(Buffer.from([4, 0, 0, 0]));
	});
});

describe("frameReader", () => {
	it("gives several frames of one chunk", () => {
		expect(frameReader().push(Buffer.concat([a, a]))).toEqual([message, message]);
	});

	it("puts together a frame that comes byte by byte", () => {
		const reader = frameReader();
		const frames = [...a].flatMap((byte) => reader.push(Buffer.from([byte])));
		expect(frames).toEqual([message]);
		expect(reader.halfWay()).toBe(false);
	});

	it("puts together a character that was cut in two", () => {
		const frame = encodeFrame("ñ");
		const reader = frameReader();
		expect([...reader.push(frame.subarray(0, 6)), ...reader.push(frame.subarray(6))]).toEqual([
			{ kind: "message", message: "ñ" },
		]);
	});

	it("knows that a frame has begun and not ended", () => {
		const reader = frameReader();
		reader.push(a.subarray(0, 6));
		expect(reader.halfWay()).toBe(true);
	});

	it("goes on after one that is not JSON", () => {
		const malformed = Buffer.from("\x03\0\0\0{a:");
		const empty = Buffer.from("\0\0\0\0");
		expect(frameReader().push(Buffer.concat([malformed, empty, a]))).toEqual([
			{ kind: "malformed" },
			{ kind: "malformed" },
			message,
		]);
	});

	it("ends at one that is too long, before its body has come", () => {
		const reader = frameReader(6);
		expect(reader.push(a.subarray(0, 4))).toEqual([{ kind: "too-long", length: 7 }]);
		expect(reader.push(Buffer.concat([a, a]))).toEqual([]);
	});
});
