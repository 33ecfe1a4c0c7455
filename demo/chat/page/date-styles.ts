import type { DateStyle } from "./model";

const LEFT_TO_RIGHT_MARK = "\u200e";
const NARROW_NO_BREAK_SPACE = "\u202f";
const NO_BREAK_SPACE = "\u00a0";

const two = (value: number) => String(value).padStart(2, "0");
const time24 = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`;
const hour12 = (at: Date) => `${at.getHours() % 12 || 12}:${two(at.getMinutes())}`;

/** The time under a bubble, e.g. `10:38` or `10:30 p. m.`. */
export function bubbleTime(at: Date, style: DateStyle): string {
	if (style === "spanish-12h") {
		return `${hour12(at)}${NARROW_NO_BREAK_SPACE}${at.getHours() < 12 ? "a" : "p"}.${NO_BREAK_SPACE}m.`;
	}
	if (style === "chinese") return `${at.getHours() < 12 ? "上午" : "下午"}${hour12(at)}`;
	return time24(at);
}

/** The `data-pre-plain-text` attribute: `[time, date] Author: `, in the ways it was seen in the wild. */
export function prePlainText(at: Date, author: string, style: DateStyle): string {
	return `[${bubbleTime(at, style)}, ${dateText(at, style)}] ${author}: `;
}

function dateText(at: Date, style: DateStyle): string {
	const day = at.getDate();
	const month = at.getMonth() + 1;
	const year = at.getFullYear();
	switch (style) {
		case "day-first":
			return `${two(day)}/${two(month)}/${year}`;
		case "day-first-short":
		case "spanish-12h":
			return `${day}/${month}/${year}`;
		case "month-first":
			return `${month}/${day}/${year}`;
		case "dotted":
			return `${day}.${month}.${year}`;
		case "chinese":
			return `${year}/${month}/${day}`;
		case "marked":
			return `${LEFT_TO_RIGHT_MARK}${two(day)}/${two(month)}/${year}`;
	}
}
