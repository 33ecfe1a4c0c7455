import { useEffect, useState } from "react";

/** The time in ms since the epoch, refreshed twice a minute, for ages such as "3 minutes ago". */
export function useNow(): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), 30_000);
		return () => clearInterval(timer);
	}, []);
	return now;
}
