import { useSyncExternalStore } from "react";
import { type Place, placeOf } from "./place";

let known: { hash: string; place: Place } | undefined;

/** Where the page is, by its URL. */
export function usePlace(): Place {
	return useSyncExternalStore(watchHash, currentPlace);
}

function currentPlace(): Place {
	const { hash } = location;
	if (known?.hash !== hash) known = { hash, place: placeOf(hash) };
	return known.place;
}

function watchHash(changed: () => void): () => void {
	addEventListener("hashchange", changed);
	return () => removeEventListener("hashchange", changed);
}
