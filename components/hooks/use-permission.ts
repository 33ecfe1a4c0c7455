import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { hasPermission, onPermissionsChanged } from "@/lib/platform/permissions";

/** Whether Chatside may reach the hosts of a match pattern; undefined while that is unknown, or without a pattern. */
export function usePermission(pattern: string | undefined): boolean | undefined {
	const client = useQueryClient();
	const { data } = useQuery({
		queryKey: ["permission", pattern],
		queryFn: () => (pattern ? hasPermission(pattern) : false),
		enabled: pattern !== undefined,
	});
	useEffect(() => {
		const controller = new AbortController();
		onPermissionsChanged(
			() => void client.invalidateQueries({ queryKey: ["permission"] }),
			controller.signal,
		);
		return () => controller.abort();
	}, [client]);
	return pattern ? data : undefined;
}
