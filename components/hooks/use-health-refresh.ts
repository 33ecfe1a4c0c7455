import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { toolQueriesKey } from "./use-tool";

const every = 5_000;

/** Reads the health of endpoints again while the page is in view: it changes without any setting changing. */
export function useHealthRefresh(): void {
	const client = useQueryClient();
	useEffect(() => {
		const refresh = () => {
			if (document.visibilityState === "visible")
				void client.invalidateQueries({ queryKey: [...toolQueriesKey, "get_crm_health_status"] });
		};
		const timer = setInterval(refresh, every);
		document.addEventListener("visibilitychange", refresh);
		return () => {
			clearInterval(timer);
			document.removeEventListener("visibilitychange", refresh);
		};
	}, [client]);
}
