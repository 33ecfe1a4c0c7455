import { useFollowUpRuns } from "@/components/hooks/use-follow-up-runs";
import { LookNow } from "./look-now";
import { RunList } from "./run-list";

/** Look for follow-ups now, see what would be found, and what the last runs came to. */
export function RunsPage() {
	const { data: runs } = useFollowUpRuns();
	return (
		<>
			<LookNow underWay={runs?.[0]?.endedAt === undefined ? runs?.[0] : undefined} />
			{runs && <RunList runs={runs} />}
		</>
	);
}
