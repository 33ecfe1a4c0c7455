import { i18n } from "#i18n";
import { useAcceptDrift } from "@/components/hooks/use-endpoint-histories";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ValueKind } from "@/lib/crm/drift";
import type { EndpointDrift, EndpointHealthStatus } from "@/lib/tools/get-crm-health-status";
import type { Times } from "../deliveries/use-times";

/** What has changed in an endpoint's answers, each to be accepted when that was meant. */
export function DriftList({
	health: { type, drift },
	times,
}: {
	health: EndpointHealthStatus;
	times: Times;
}) {
	const accepting = useAcceptDrift();
	const toast = useToast();
	const accept = async (path: string) => {
		await accepting.mutateAsync({ type, path });
		toast({ text: i18n.t("settings.health.drift.accepted", [path]) });
	};
	return (
		<Notice tone="warn" className="mt-4" title={i18n.t("settings.health.drift.title", drift.length)}>
			<ul className="mt-1.5 space-y-2.5">
				{drift.map((one) => (
					<li key={one.path} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
						<p className="min-w-0 flex-1 basis-56">
							<code className="break-all font-medium">{one.path}</code> {changeText(one, times)}
						</p>
						<Button
							size="small"
							disabled={accepting.isPending}
							aria-label={i18n.t("settings.health.drift.acceptOne", [one.path])}
							onClick={() => void accept(one.path)}
						>
							{i18n.t("settings.health.drift.accept")}
						</Button>
					</li>
				))}
			</ul>
		</Notice>
	);
}

function changeText({ change, was, now, last_good, since }: EndpointDrift, times: Times): string {
	const [until, from] = [times.moment(Date.parse(last_good)), times.moment(Date.parse(since))];
	if (change === "missing") return i18n.t("settings.health.drift.missing", [until, from]);
	return i18n.t("settings.health.drift.kind", [kindsText(was), until, kindsText(now), from]);
}

const kindsText = (kinds: readonly ValueKind[]) => kinds.map((kind) => i18n.t(`kinds.${kind}`)).join(" / ");
