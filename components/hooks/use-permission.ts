import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { hasPermission, onPermissionsChanged } from "@/lib/platform/permissions";

/** Whether Chatside may reach the hosts of a match pattern; undefined while that is unknown, or without a pattern. */
export function usePermission(pattern: string | undefined): boolean | undefined {
	const { data } = useQuery({
		queryKey: ["permission", pattern],
		queryFn: () => (pattern ? hasPermission(pattern) : false),
		enabled: pattern !== undefined,
	});
	useRefetchPermissions();
	return pattern ? data : undefined;
}

/** Those of the match patterns that Chatside may not reach; one still unknown is not among them. */
export function useMissingPermissions(patterns: readonly string[]): string[] {
	const answers = useQueries({
		queries: patterns.map((pattern) => ({
			queryKey: ["permission", pattern],
			queryFn: () => hasPermission(pattern),
		})),
	});
	useRefetchPermissions();
	return patterns.filter((_, index) => answers[index]?.data === false);
}

/** Asks the browser again whenever access is given or taken. */
function useRefetchPermissions(): void {
	const client = useQueryClient();
	useEffect(() => {
		const controller = new AbortController();
		onPermissionsChanged(
			() => void client.invalidateQueries({ queryKey: ["permission"] }),
			controller.signal,
		);
		return () => controller.abort();
	}, [client]);
}
