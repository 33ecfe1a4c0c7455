import { useEffect, useRef } from "react";
import type { Connection } from "@/components/connect/connection";
import { pageChannel } from "@/lib/platform/page-channel";

/** What was typed in one page and is wanted in another goes from memory to memory: it may hold a password. */
const channel = pageChannel<{ wanted: true } | { typed: Connection }>("typed connection");

/**
 * Tells a page that asks what has been typed here; undefined for nothing. Gives the way to tell those that are open
 * without being asked.
 */
export function useOfferTyped(read: () => Connection | undefined): () => void {
	const latest = useRef(read);
	latest.current = read;
	const offer = () => {
		const typed = latest.current();
		if (typed) channel.post({ typed });
	};
	const answer = useRef(offer);
	useEffect(() => {
		const controller = new AbortController();
		channel.listen((message) => "wanted" in message && answer.current(), controller.signal);
		return () => controller.abort();
	}, []);
	return offer;
}

/** Asks the other pages what has been typed there for the connection, and takes what they tell as long as it is wanted. */
export function useTypedElsewhere(isWanted: boolean, take: (typed: Connection) => void): void {
	const latest = useRef(take);
	latest.current = take;
	useEffect(() => {
		if (!isWanted) return;
		const controller = new AbortController();
		channel.listen((message) => "typed" in message && latest.current(message.typed), controller.signal);
		channel.post({ wanted: true });
		return () => controller.abort();
	}, [isWanted]);
}
