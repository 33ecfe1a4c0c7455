/**
 * The time of a message, from the page's own words (`10:38, 10/07/2026`, `10:30 p. m., 14/7/2026`,
 * `下午10:30, 2026/7/10`). The interface language does not tell day and month apart, so the order is inferred
 * from the dates themselves. What can't be known is null; the current time is never put in. Pure.
 */
import { plainText } from "./plain-text";

export type DayOrder = "day-first" | "month-first";

type Parts = {
	first: number;
	second: number;
	year: number;
	order: DayOrder | "year-first" | null;
	rest: string;
};

const dateShape =
	/(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]|(?<!\d)(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\5\s*(\d{1,4})(?!\d)\.?/;
const timeShape = /(?<!\d)(\d{1,2})\s*[:.h٫]\s*(\d{2})(?:[:.]\d{2})?(?!\d)/i;
// Arabic and Persian digits; the last four bits of their code are the digit.
const easternDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;

const dayPeriods: [words: string, period: "am" | "pm" | "noon" | "evening" | "none"][] = [
	["am a 上午 凌晨 早上 오전 午前 ص πμ öö", "am"],
	["pm p 下午 오후 午後 م μμ ös", "pm"],
	["中午", "noon"],
	["晚上", "evening"],
	// Words that stand beside a time without changing it.
	["uhr h kl klo", "none"],
];

/**
 * The order of day and month in these raw times, from any part above 12. Null when nothing tells, or when
 * they contradict each other.
 */
export function inferDayOrder(rawTimes: Iterable<string | null>): DayOrder | null {
	let found: DayOrder | null = null;
	for (const raw of rawTimes) {
		const parts = raw === null ? undefined : splitDate(raw);
		if (!parts || parts.order === "year-first") continue;
		const told =
			parts.first > 12 && parts.second <= 12
				? "day-first"
				: parts.second > 12 && parts.first <= 12
					? "month-first"
					: null;
		if (told === null) continue;
		if (found !== null && found !== told) return null;
		found = told;
	}
	return found;
}

/**
 * Local wall-clock time `YYYY-MM-DDTHH:mm`, or null when the text is no time and date, is impossible, or its
 * day order is neither evident nor given. Every number of the result stands in the text (a 12-hour clock aside).
 */
export function parseMessageTime(raw: string, order: DayOrder | null): string | null {
	const parts = splitDate(raw);
	if (!parts) return null;
	const date = resolveDate(parts, order);
	const time = date && readClock(parts.rest);
	if (!date || !time) return null;
	const two = (value: number) => String(value).padStart(2, "0");
	return `${date.year}-${two(date.month)}-${two(date.day)}T${two(time.hour)}:${two(time.minute)}`;
}

function splitDate(raw: string): Parts | undefined {
	if (raw.length > 80) return undefined;
	const text = plainText(raw).replace(easternDigits, (digit) => String(digit.charCodeAt(0) & 0xf));
	const match = dateShape.exec(text);
	if (!match) return undefined;
	const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
	const [, cjkYear, cjkMonth, cjkDay, one = "", separator, two = "", three = ""] = match;
	if (cjkYear !== undefined) {
		return {
			first: Number(cjkMonth),
			second: Number(cjkDay),
			year: Number(cjkYear),
			order: "year-first",
			rest,
		};
	}
	if (one.length === 4) {
		if (three.length > 2) return undefined;
		return { first: Number(two), second: Number(three), year: Number(one), order: "year-first", rest };
	}
	if (one.length > 2 || (three.length !== 4 && three.length !== 2)) return undefined;
	const year = three.length === 2 ? 2000 + Number(three) : Number(three);
	// Every locale that writes dots and the year last writes the day first.
	return {
		first: Number(one),
		second: Number(two),
		year,
		order: separator === "." ? "day-first" : null,
		rest,
	};
}

function resolveDate(
	{ first, second, year, order: own }: Parts,
	order: DayOrder | null,
): { year: number; month: number; day: number } | null {
	let dayFirst: boolean;
	if (own === "year-first") dayFirst = false;
	else if (first > 12) dayFirst = true;
	else if (second > 12) dayFirst = false;
	else if (first === second) dayFirst = true;
	else if (own !== null) dayFirst = own === "day-first";
	else if (order !== null) dayFirst = order === "day-first";
	else return null;
	const day = dayFirst ? first : second;
	const month = dayFirst ? second : first;
	// WhatsApp began in 2009; a year outside is another calendar or no date.
	if (year < 2009 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
	return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? { year, month, day } : null;
}

function readClock(text: string): { hour: number; minute: number } | null {
	const match = timeShape.exec(text);
	if (!match) return null;
	const hour = Number(match[1]);
	const minute = Number(match[2]);
	if (hour > 23 || minute > 59) return null;
	const left = text.slice(0, match.index) + text.slice(match.index + match[0].length);
	if (/\d/.test(left)) return null;
	const word = left.replace(/[\s.,،，、()]/g, "").toLowerCase();
	const period = word === "" ? "none" : dayPeriods.find(([words]) => words.split(" ").includes(word))?.[1];
	// An unknown word beside an hour up to 12 may be a day period; above 12 the clock has 24 hours.
	if (hour > 12 || period === "none") return { hour, minute };
	switch (period) {
		case "am":
			return { hour: hour % 12, minute };
		case "pm":
			return { hour: (hour % 12) + 12, minute };
		case "noon":
			return { hour: hour < 10 ? hour + 12 : hour, minute };
		case "evening":
			return hour < 12 && hour > 0 ? { hour: hour + 12, minute } : null;
		default:
			return null;
	}
}
