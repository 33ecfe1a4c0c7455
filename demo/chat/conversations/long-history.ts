import { luciaHistory } from "./lucia-history";

const perDay = 40;

/** A script of exactly so many messages over as many days as it takes, up to yesterday: what Lucía's history says, again and again. */
export function longHistory(count: number): string {
	const lines = luciaHistory()
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => /^[<>]/.test(line));
	const days = Math.ceil(count / perDay);
	return Array.from({ length: count }, (_, index) => {
		const line = lines[index % lines.length] ?? "";
		return index % perDay === 0 ? `@ ${Math.floor(index / perDay) - days} 09:00\n${line}` : line;
	}).join("\n");
}
