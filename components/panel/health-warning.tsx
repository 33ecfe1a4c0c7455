import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { Notice } from "@/components/ui/notice";
import type { PageHealth } from "@/lib/whatsapp/facts";

/** Says plainly what of the page cannot be read, instead of showing less in silence. */
export function HealthWarning({ health }: { health: PageHealth | null }) {
	if (health?.state !== "broken") return null;
	const broken = health.checks.filter(({ state }) => state === "broken");
	return (
		<Notice tone="warn" className="mx-3 mt-3" title={i18n.t("health.summary.broken")}>
			{broken
				.map(({ name, seen }) =>
					seen
						? `${i18n.t(`health.checks.${messageKey(name)}`)} (${i18n.t("health.noneUnderstood", [seen])})`
						: i18n.t(`health.checks.${messageKey(name)}`),
				)
				.join(", ")}
		</Notice>
	);
}
