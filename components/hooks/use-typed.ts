import { useEffect, useState } from "react";

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
		const timer = setTimeout(() => setTyped(wanted), typingMs);
		return () => clearTimeout(timer);
	}, [wanted]);
	return [wanted === "" ? "" : typed, () => setTyped(wanted)];
}
