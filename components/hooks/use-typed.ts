import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Someone who types is not searched for after every letter. */
const typingMs = 150;

/**
 * What was typed when the typing paused, without the spaces around it, and a way not to wait for that. Nothing is told of
 * at once.
 */
export function useTyped(text: string): [typed: string, now: () => void] {
	const wanted = text.trim();
	const [typed, setTyped] = useState(wanted);
	useEffect(() => {
		if (wanted === "") return setTyped("");
		// At once: otherwise the search would begin a frame later, when what was typed is on the screen anyway.
		const timer = setTimeout(() => flushSync(() => setTyped(wanted)), typingMs);
		return () => clearTimeout(timer);
	}, [wanted]);
	return [wanted === "" ? "" : typed, () => setTyped(wanted)];
}
