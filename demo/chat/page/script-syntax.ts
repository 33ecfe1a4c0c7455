import type { ChatEntry, ChatMessage, Media } from "./model";

/**
 * Turns a conversation written as text into entries. One line a message:
 *
 *     @ -3 10:02            day (0 = the page's today) and time; each following message is a minute later
 *     < text                from the contact; `<Name> text` from a member of a group
 *     > text                from the owner
 *     < {quoted text} text  an answer to the other side's message; `{Name: quoted}` names the author
 *     < [image lamp] text   also [voice 14], [file Name.pdf 1 page · 84 kB]; a caption may follow
 *     & text                as `<`, its wrapper doubled
 *     # text                a notice of the page
 *
 * `⏎` is a line break inside a message. Throws on a line it cannot read, because that is a slip in the demo's own text.
 */
export function readScript(script: string, context: ScriptContext): ChatEntry[] {
	const entries: ChatEntry[] = [];
	let at = new Date(context.today);
	for (const line of script
		.split("\n")
		.map((raw) => raw.trim())
		.filter(Boolean)) {
		const moment = /^@ (-?\d+) (\d\d):(\d\d)$/.exec(line);
		if (moment) {
			at = new Date(context.today);
			at.setDate(at.getDate() + Number(moment[1]));
			at.setHours(Number(moment[2]), Number(moment[3]), 0, 0);
			continue;
		}
		entries.push(readLine(line, new Date(at), entries.length, context));
		at.setMinutes(at.getMinutes() + 1);
	}
	return entries;
}

export type ScriptContext = {
	/** Local midnight of the day the script calls 0. */
	today: Date;
	owner: string;
	contact: string;
	/** The id of the message at a position. */
	messageId: (index: number, outgoing: boolean) => string;
};

function readLine(line: string, at: Date, index: number, context: ScriptContext): ChatEntry {
	if (line.startsWith("# ")) return { notice: line.slice(2), at };
	const parts = /^(>|&|<(?:([^>]+)>)?) (?:\{(?:([^:}]+): )?([^}]+)\} )?(?:\[([^\]]+)\] ?)?(.*)$/.exec(line);
	const side = parts?.[1];
	if (!parts || !side) throw new Error(`Not a line of a conversation: ${line}`);
	const outgoing = side === ">";
	const message: ChatMessage = {
		id: context.messageId(index, outgoing),
		outgoing,
		author: outgoing ? context.owner : (parts[2] ?? context.contact),
		at,
		text: (parts[6] ?? "").replaceAll("⏎", "\n"),
	};
	if (outgoing) message.delivery = "read";
	if (side === "&") message.doubled = true;
	if (parts[4]) {
		message.quote = { author: parts[3] ?? (outgoing ? context.contact : context.owner), text: parts[4] };
	}
	if (parts[5]) message.media = readMedia(parts[5]);
	return message;
}

function readMedia(words: string): Media {
	const [kind, ...rest] = words.split(" ");
	const detail = rest.join(" ");
	if (kind === "image" && (detail === "lamp" || detail === "cushion" || detail === "parcel")) {
		return { kind: "image", scene: detail };
	}
	if (kind === "voice") return { kind: "voice", seconds: Number(detail) };
	if (kind === "file") return { kind: "document", name: rest[0] ?? "", detail: rest.slice(1).join(" ") };
	throw new Error(`Not a kind of media: ${words}`);
}
