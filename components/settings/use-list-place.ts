import { useEffect, useMemo, useState } from "react";
import { usePlace } from "./shell/use-place";

/** What a page with a list shows, as its URL says it: a view of the list, or one row opened over it. */
export type ListPlace<View> = { view: View } | { seq: number };

/** What the URL says, read by `placeOf`. Under an opened row the list stays as it was; `everything` until there was one. */
export function useListPlace<View>(
	placeOf: (target: string) => ListPlace<View>,
	everything: View,
): { view: View; seq?: number } {
	const { target } = usePlace();
	const place = useMemo(() => placeOf(target), [placeOf, target]);
	const [view, setView] = useState("view" in place ? place.view : everything);
	useEffect(() => {
		if ("view" in place) setView(place.view);
	}, [place]);
	return "view" in place ? place : { view, seq: place.seq };
}
