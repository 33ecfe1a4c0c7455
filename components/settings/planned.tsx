import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";

/** What can be set and is not used yet: events. An entry goes when its feature comes. */
const planned: ReadonlySet<string> = new Set(["followup.detected", "followup.replied", "followup.converted"]);

/** Says of what is planned that it is; of everything else nothing. */
export function PlannedNote({ name }: { name: string }) {
	if (!planned.has(name)) return null;
	return (
		<span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5">
			<Badge tone="accent">{i18n.t("settings.planned.badge")}</Badge>
			<span className="text-[0.93rem] text-ink-soft">{i18n.t("settings.planned.text")}</span>
		</span>
	);
}
