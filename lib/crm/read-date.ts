const dayOnly = /^\d{4}-\d{2}-\d{2}$/;
/** ISO 8601 and its cousin with a space and a zone of hours alone (`+02`), as SQL databases print it. */
const isoMoment =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(?:(Z)|([+-]\d{2})(?::?(\d{2}))?)?$/i;
/** RFC 2822, as e-mail and some PHP servers write it. */
const rfc2822 = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}/;

/** Seconds and milliseconds since the epoch are told apart by size: 1e11 s is the year 5138, 1e11 ms is 1973. */
const millisecondsFrom = 1e11;
/** Below this (1973 in seconds) a bare number is more likely a count or an id than a date. */
const earliestSeconds = 1e8;

/**
 * Reads a date: ISO 8601 (with or without time and zone), RFC 2822, or epoch seconds or milliseconds as a number
 * or digits. A day stays a day (`YYYY-MM-DD`), a moment becomes ISO 8601 UTC. Null when it is neither, and also for
 * `04/03/2026`: nothing says whether that is March or April.
 */
export function readDate(value: unknown): string | null {
	if (typeof value === "number" || (typeof value === "string" && /^\d{9,13}$/.test(value)))
		return fromEpoch(Number(value));
	if (typeof value !== "string") return null;
	const text = value.trim();
	if (dayOnly.test(text)) return isRealDay(text) ? text : null;
	const moment = isoMoment.exec(text);
	if (moment) return fromParts(moment);
	if (rfc2822.test(text)) return toIso(new Date(text));
	return null;
}

function fromParts([, day = "", time, utc, hours, minutes = "00"]: RegExpExecArray): string | null {
	const zone = utc ? "Z" : hours ? `${hours}:${minutes}` : "";
	return isRealDay(day) ? toIso(new Date(`${day}T${time}${zone}`)) : null;
}

function fromEpoch(number: number): string | null {
	if (!Number.isFinite(number) || Math.abs(number) < earliestSeconds) return null;
	return toIso(new Date(Math.abs(number) < millisecondsFrom ? number * 1000 : number));
}

function toIso(date: Date): string | null {
	if (Number.isNaN(date.getTime())) return null;
	const iso = date.toISOString();
	// Other years have a sign and six digits: microseconds taken for milliseconds, for one.
	return /^\d{4}-/.test(iso) ? iso : null;
}

/** The 31st of February parses as a day of March; such a day was never meant. */
function isRealDay(day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
