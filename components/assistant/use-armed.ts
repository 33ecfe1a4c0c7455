import { useEffect, useState } from "react";

/** Nobody reads what has just appeared, or stops typing, faster. */
const quietMs = 600;

/**
 * Whether a button that has just appeared may count a click or a key as meant for it: not until it has stood there a
 * moment in which no key was pressed.
 *
 * @param surroundings another text whenever what is around it has changed, which may have moved the button under a
 *   pointer: it waits anew then
 */
export function useArmed(surroundings = ""): boolean {
	const [armedIn, setArmedIn] = useState<string>();
	const armed = armedIn === surroundings;
	useEffect(() => {
		if (armed) return;
		const controller = new AbortController();
		let timer = 0;
		const begin = () => {
			clearTimeout(timer);
			timer = window.setTimeout(() => setArmedIn(surroundings), quietMs);
		};
		begin();
		window.addEventListener("keydown", begin, { capture: true, signal: controller.signal });
		return () => {
			clearTimeout(timer);
			controller.abort();
		};
	}, [armed, surroundings]);
	return armed;
}
