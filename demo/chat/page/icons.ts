import { drawing } from "./dom";

const paths = {
	search: ["M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z", "m20 20-4.8-4.8"],
	clear: ["m7 7 10 10", "M17 7 7 17"],
	send: [
		"M4.5 12 3.8 5.2c-.1-.9.8-1.5 1.6-1.1l14.3 7c.8.4.8 1.4 0 1.8l-14.3 7c-.8.4-1.7-.2-1.6-1.1L4.5 12Zm0 0H11",
	],
	down: ["m6.5 9.5 5.5 5.5 5.5-5.5"],
	play: ["M8 5.8v12.4c0 .8.9 1.3 1.6.8l9-6.2c.6-.4.6-1.2 0-1.6l-9-6.2c-.7-.5-1.6 0-1.6.8Z"],
	document: [
		"M7 3.5h6.5L18 8v11a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 19V5a1.5 1.5 0 0 1 1-1.5Z",
		"M13 3.8V8.5h4.8",
		"M9 13h6",
		"M9 16.5h4",
	],
	photo: [
		"M5.5 5h13A1.5 1.5 0 0 1 20 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5v-11A1.5 1.5 0 0 1 5.5 5Z",
		"m4.5 16.5 4.5-4.5 4 4 2.5-2.5 4 4",
		"M15 9.5h.01",
	],
	voice: [
		"M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4Z",
		"M6.5 11.5a5.5 5.5 0 0 0 11 0",
		"M12 17v3",
	],
	group: [
		"M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
		"M3.5 18.5c.6-3 2.8-4.5 5.5-4.5s4.9 1.5 5.5 4.5",
		"M15.5 5.3a3 3 0 0 1 0 5.4",
		"M17 14.3c1.9.6 3.1 2 3.5 4.2",
	],
	channel: ["M4.5 10v4l11 4.5v-13L4.5 10Z", "M8 15.5V18a2 2 0 0 0 4 .5", "M18.5 9.5c1 1.4 1 3.6 0 5"],
	bubbles: [
		"M4 7.5A2.5 2.5 0 0 1 6.5 5h8A2.5 2.5 0 0 1 17 7.5v4a2.5 2.5 0 0 1-2.5 2.5H9l-3.5 3v-3.2A2.5 2.5 0 0 1 4 11.5v-4Z",
		"M20 10.5v5a2 2 0 0 1-1.5 1.9V20l-3-2.5h-3",
	],
} as const satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof paths;

/** A drawing of our own, 24 units a side, in the colour of the text around it. */
export function icon(name: IconName, className?: string): SVGSVGElement {
	return drawing(24, paths[name], { class: className, "data-icon": name });
}

/** One tick, or two. */
export function tickDrawing(double: boolean): SVGSVGElement {
	return drawing(16, double ? ["m1.5 8.8 2.7 2.7 6-7", "m7.3 10.6.900.9 6-7"] : ["m3.5 8.8 2.7 2.7 6-7"]);
}
