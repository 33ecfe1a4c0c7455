import { useEffect, useState } from "react";

/** Whole seconds until a time (ms since the epoch), counted down. */
export function useTimeLeft(until: number): number {
	const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1_000));
	const [seconds, setSeconds] = useState(left);
	useEffect(() => {
		const timer = setInterval(() => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1_000))), 1_000);
		return () => clearInterval(timer);
	}, [until]);
	return seconds;
}
