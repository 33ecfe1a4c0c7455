/**
 * Every way in which a text could be read by somebody who wants to obey it: as it is, without invisible characters, with
 * look-alikes made plain, unescaped, and with whatever is encoded in it decoded. Each reading once, the text itself first.
 */
export function readings(text: string): string[] {
	const found = new Set<string>([text]);
	// Readings of readings: base64 inside of JSON, escapes inside of HTML.
	for (const reading of found) {
		if (found.size > mostReadings) break;
		for (const read of ways) for (const one of read(reading)) if (one !== "") found.add(one);
	}
	return [...found];
}

const mostReadings = 400;

type Way = (text: string) => string[];

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Latin letters that Cyrillic and Greek ones look like. */
const lookAlikes: Record<string, string> = {
	А: "A",
	В: "B",
	С: "C",
	Е: "E",
	Н: "H",
	К: "K",
	М: "M",
	О: "O",
	Р: "P",
	Т: "T",
	Х: "X",
	а: "a",
	е: "e",
	о: "o",
	р: "p",
	с: "c",
	х: "x",
	у: "y",
	і: "i",
	Α: "A",
	Ι: "I",
	Ο: "O",
	ο: "o",
	ι: "i",
};

const ways: readonly Way[] = [
	(text) => [text.replace(/\p{Cf}|\u034f|[\u115f\u1160\u3164]|[\ufe00-\ufe0f]/gu, "")],
	// Tag characters say ASCII to a machine and nothing to a person.
	(text) => [
		text.replace(/[\u{e0020}-\u{e007e}]/gu, (tag) =>
			String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000),
		),
	],
	(text) => [text.normalize("NFKC")],
	(text) => [text.replace(/[^\0-\u007f]/gu, (letter) => lookAlikes[letter] ?? letter)],
	(text) => [unescaped(text)],
	(text) => [
		text
			.replaceAll("&quot;", '"')
			.replaceAll("&#34;", '"')
			.replaceAll("&lt;", "<")
			.replaceAll("&gt;", ">")
			.replaceAll("&amp;", "&"),
	],
	(text) =>
		(text.match(/(?:%[0-9a-f]{2}|[\w.~-]){12,}/gi) ?? []).flatMap((part) =>
			part.includes("%") ? attempt(() => decodeURIComponent(part)) : [],
		),
	(text) =>
		(text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []).flatMap((part) =>
			attempt(() => printable(decoder.decode(Buffer.from(part, "base64")))),
		),
	(text) =>
		(text.match(/(?:[0-9a-f]{2}[ :]?){12,}/gi) ?? []).flatMap((part) =>
			attempt(() => printable(decoder.decode(Buffer.from(part.replace(/[ :]/g, ""), "hex")))),
		),
	(text) =>
		/PNYY/.test(text)
			? [
					text.replace(/[a-z]/gi, (letter) => {
						const base = letter < "a" ? 65 : 97;
						return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
					}),
				]
			: [],
	(text) => (/LLAC/.test(text) ? text.split("\n").map((line) => [...line].reverse().join("")) : []),
];

/** What stands escaped inside a JSON text, such as `\"` and `\n`. */
const unescaped = (text: string): string =>
	text
		.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
		.replaceAll("\\n", "\n")
		.replaceAll('\\"', '"')
		.replaceAll("\\/", "/")
		.replaceAll("\\\\", "\\");

function attempt(decode: () => string): string[] {
	try {
		return [decode()];
	} catch {
		return [];
	}
}

/** What decodes to control characters was never meant as text. */
function printable(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
	return /[\0-\x08\x0e-\x1f\x7f]/.test(text) ? "" : text;
}
