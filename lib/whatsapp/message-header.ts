/** `data-pre-plain-text` of a message: `[time, date] Author: `. Pure. */
import { plainText } from "./plain-text";

export type MessageHeader = { rawTime: string | null; author: string | null };

/**
 * Splits the attribute. The raw time stays exactly as the page wrote it; the author is plain text and may hold
 * colons itself. Both null when the attribute is absent or has another form.
 */
export function parseMessageHeader(attribute: string | null): MessageHeader {
	const match = attribute === null ? null : /^[^[]{0,4}\[([^\]]{1,100})\]([\s\S]{0,300})$/.exec(attribute);
	if (match?.[1] === undefined) return { rawTime: null, author: null };
	const author = plainText(match[2] ?? "").replace(/\s*[:：]$/, "");
	return { rawTime: match[1].trim(), author: author === "" ? null : author };
}
