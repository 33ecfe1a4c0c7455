import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import fc from "fast-check";

/** An answer of a CRM that is not as it should be. */
export type HostileAnswer = {
	kind: string;
	/** It cannot be an answer, whoever reads it: the state has to say so. */
	fails: boolean;
	write(response: ServerResponse): void;
};

/** What is never to be asked for: markup and scripts in an answer lead there. */
export const trapPath = "/owned";

const script = `fetch("${trapPath}");document.title="owned"`;
const marks = Array.from({ length: 40 }, (_, index) => String.fromCharCode(0x300 + index)).join("");

const hostileText = fc.oneof(
	fc.constantFrom(
		`<img src="${trapPath}" onerror='${script}'>`,
		`<script>${script}</script>`,
		`<iframe srcdoc='<script>${script}</script>'></iframe>`,
		`javascript:${script}`,
		`data:text/html,<script>${script}</script>`,
		// biome-ignore lint/suspicious/noTemplateCurlyInString: an attempt at somebody's template
		"${constructor.constructor('return 1')()}",
		"\u0000\u0001\u001b[31m\u007f",
		"\u202egnirts a ti si\u202c \u2067عربي\u2069 \u200f",
		`Z${marks}a${marks}l${marks}g${marks}o`,
		"\ud800 \udfff half a pair",
		"\ufeff\u200b\u2028\u2029",
		"__proto__",
	),
	fc.string({ unit: "binary", maxLength: 60 }),
	fc.nat({ max: 2_000 }).map((length) => "W".repeat(length)),
);

const name = fc.constantFrom(
	..."id name email phone phones state tags notes address currency totalSpent ordersCount orders abandonedCarts".split(
		" ",
	),
	..."items tracking date amount quantity price url image shopUrl createdAt updatedAt lastOrder figures more".split(
		" ",
	),
	..."__proto__ constructor prototype toString hasOwnProperty then length".split(" "),
);

/** JSON values of every type below names that Chatside looks for, and below names that are none. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		fc.oneof(
			hostileText,
			fc.constantFrom(
				null,
				true,
				false,
				0,
				-0,
				-1,
				1e308,
				1e-7,
				9_007_199_254_740_991,
				"NaN",
				"",
				"2026-02-30",
			),
		),
		fc.array(tie("value"), { maxLength: 4 }),
		record(tie("value")),
	),
}));

/** By entries: a field called `__proto__` is a field like any other in JSON. */
function record(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
	const fields = fc.array(fc.tuple(fc.oneof(name, name, hostileText), values), { maxLength: 8 });
	return fields.map((entries) => Object.fromEntries(entries));
}

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

const customer = record(value);
const body = fc
	.tuple(
		fc.constantFrom("customer", "customers", "data"),
		fc.oneof(customer, fc.array(customer, { maxLength: 3 })),
		value,
	)
	.map(([key, found, odd]) => JSON.stringify({ found: true, [key]: found, odd }));

const json = { "content-type": "application/json" };
const answer =
	(content: string | Buffer, headers: Record<string, string> = json, status = 200) =>
	(response: ServerResponse) =>
		void response.writeHead(status, headers).end(content);

function kind<T>(
	name: string,
	arbitrary: fc.Arbitrary<T>,
	write: (made: T) => HostileAnswer["write"],
	{ fails = true, weight = 4 } = {},
): { weight: number; arbitrary: fc.Arbitrary<HostileAnswer> } {
	return { weight, arbitrary: arbitrary.map((made) => ({ kind: name, fails, write: write(made) })) };
}

const mayBeRead = { fails: false };
const rare = { fails: false, weight: 1 };
const depth = fc.integer({ min: 50, max: 40_000 });

export const hostileAnswers: fc.Arbitrary<HostileAnswer> = fc.oneof(
	kind("wrong types", body, (text) => answer(text), { fails: false, weight: 16 }),
	kind("any JSON", value, (made) => answer(JSON.stringify(made)), mayBeRead),
	kind(
		"found of a wrong type",
		fc.tuple(value, value),
		([found, made]) => answer(JSON.stringify({ found, customer: made })),
		mayBeRead,
	),
	kind(
		"deep lists",
		depth,
		(levels) =>
			answer(`{"found":true,"customer":{"name":"Deep","deep":${"[".repeat(levels)}${"]".repeat(levels)}}}`),
		mayBeRead,
	),
	kind(
		"deep objects",
		depth,
		(levels) =>
			answer(
				`{"found":true,"customer":${'{"name":"Deep","customer":'.repeat(levels)}1${"}".repeat(levels)}}`,
			),
		mayBeRead,
	),
	kind(
		"huge text",
		fc.tuple(fc.integer({ min: 100_000, max: 1_500_000 }), name),
		([length, field]) =>
			answer(
				JSON.stringify({ found: true, customer: { name: "Huge", [field]: "<b>W</b>".repeat(length / 8) } }),
			),
		rare,
	),
	kind(
		"larger than is read",
		fc.constant(6 * 1024 * 1024),
		(length) => answer(`{"found":true,"customer":{"name":"${"x".repeat(length)}"}}`),
		{ fails: true, weight: 1 },
	),
	kind(
		"ten thousand orders",
		fc.tuple(customer, hostileText),
		([order, text]) =>
			answer(
				JSON.stringify({
					found: true,
					customer: {
						name: "Many",
						orders: Array.from({ length: 10_000 }, (_, index) =>
							index % 2_500 === 0 ? order : { name: text.slice(0, 20), amount: index },
						),
					},
				}),
			),
		rare,
	),
	kind(
		"__proto__",
		value,
		(made) =>
			answer(
				`{"__proto__":{"found":true,"customer":{"name":"owned"}},"found":true,"customer":{"__proto__":${JSON.stringify(made)},"constructor":{"prototype":{"owned":1}},"name":"Proto"}}`,
			),
		mayBeRead,
	),
	kind(
		"doubled keys",
		fc.tuple(value, value),
		(made) =>
			answer(
				`{"found":false,"found":true,"customer":1,"customer":{${made.map((one) => `"name":${JSON.stringify(one)}`).join()},"orders":[],"orders":"none"}}`,
			),
		mayBeRead,
	),
	kind("half JSON", fc.tuple(body, fc.double({ min: 0.01, max: 0.99, noNaN: true })), ([text, part]) =>
		answer(text.slice(0, Math.max(1, Math.floor(text.length * part)))),
	),
	kind("HTML", hostileText, (text) =>
		answer(`<!doctype html><title>${text}</title><script>${script}</script>`, {
			"content-type": "text/html",
		}),
	),
	kind("HTML that says it is JSON", hostileText, (text) => answer(`<html>${text}`)),
	kind(
		"a wrong charset",
		fc.tuple(body, fc.constantFrom("latin1", "utf16le", "ascii")),
		([text, encoding]) =>
			answer(Buffer.from(text, encoding as BufferEncoding), {
				"content-type": `application/json; charset=${encoding}`,
			}),
		mayBeRead,
	),
	kind("bytes that are no text", fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) =>
		answer(Buffer.concat([Buffer.from([0xff]), bytes])),
	),
	kind("a BOM", body, (text) => answer(`\ufeff${text}`), mayBeRead),
	kind("broken gzip", fc.tuple(body, fc.boolean()), ([text, garbage]) =>
		answer(garbage ? Buffer.from(text) : half(gzipSync(text)), {
			...json,
			"content-encoding": "gzip",
		}),
	),
	kind("no content", fc.constant(204), (status) => answer("", {}, status)),
	kind("nothing", fc.constantFrom(200, 201, 206), (status) => answer("", json, status)),
	kind("a redirect", fc.constantFrom(301, 302, 303, 307, 308), (status) =>
		answer("", { location: trapPath }, status),
	),
	kind(
		"a status that is no success",
		fc.tuple(fc.constantFrom(300, 304, 400, 401, 404, 418, 429, 500, 503, 599), body),
		([status, text]) => answer(status === 304 ? "" : text, json, status),
	),
	kind("a wrong length", body, (text) => (response) => {
		response.writeHead(200, { ...json, "content-length": Buffer.byteLength(text) + 100 });
		response.write(text, () => response.destroy());
	}),
	kind("a reset", body, (text) => (response) => {
		response.writeHead(200, json);
		response.write(text.slice(0, 30), () => response.socket?.resetAndDestroy());
	}),
	kind(
		"a slow drip",
		fc.tuple(body, fc.integer({ min: 3, max: 12 })),
		([text, pieces]) => drip(text, pieces),
		rare,
	),
	kind("a drip without an end", body, (text) => drip(text, Number.POSITIVE_INFINITY), {
		fails: true,
		weight: 1,
	}),
);

/** Sends a text in so many pieces, one every few milliseconds. */
const drip = (text: string, pieces: number) => (response: ServerResponse) => {
	const bytes = Buffer.from(text);
	const size = Math.ceil(bytes.length / Math.min(pieces, bytes.length));
	let sent = 0;
	response.writeHead(200, json);
	const timer = setInterval(() => {
		if (response.destroyed) clearInterval(timer);
		else if (sent < bytes.length) {
			response.write(bytes.subarray(sent, sent + size));
			sent += size;
		} else if (Number.isFinite(pieces)) {
			clearInterval(timer);
			response.end();
		}
	}, 15);
};
