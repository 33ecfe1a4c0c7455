import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { watchSettings } from "@/lib/platform/storage";
import { selectorsKey } from "./use-selector-overrides";
import { endpointsKey } from "./use-tool";

/** Reads settings again whenever any page or tool has changed them. Renders nothing. */
export function RefetchSettings(): null {
	const client = useQueryClient();
	useEffect(() => {
		const controller = new AbortController();
		watchSettings(() => {
			for (const queryKey of [endpointsKey, selectorsKey]) void client.invalidateQueries({ queryKey });
		}, controller.signal);
		return () => controller.abort();
	}, [client]);
	return null;
}
