import { useEffect, useState } from "react";

/** Whether a value has stayed the same for a while, in ms: whoever types on is not done yet. */
export function useSettled(value: string, ms: number): boolean {
	const [settled, setSettled] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setSettled(value), ms);
		return () => clearTimeout(timer);
	}, [value, ms]);
	return settled === value;
}
