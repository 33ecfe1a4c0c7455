import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import type { HealthCheck, HealthState } from "@/lib/whatsapp/facts";

const icons = {
	works: { icon: CircleCheck, className: "text-good" },
	broken: { icon: CircleX, className: "text-bad" },
	"not-applicable": { icon: CircleDashed, className: "text-ink-soft" },
} as const satisfies Record<HealthState, unknown>;

/** What Chatside looks for in the page, and whether it finds it. */
export function HealthChecks({ checks }: { checks: HealthCheck[] }) {
	return (
		<ul className="space-y-2">
			{checks.map(({ name, state, strategy, seen, understood }) => {
				const { icon: Icon, className } = icons[state];
				return (
					<li key={name} className="flex items-start gap-2">
						<Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} />
						<div className="min-w-0">
							<p>
								{i18n.t(`health.checks.${messageKey(name)}`)}:{" "}
								<span className={className}>{i18n.t(`health.states.${messageKey(state)}`)}</span>
							</p>
							<p className="break-words text-[0.86rem] text-ink-soft">
								{[
									seen !== undefined && i18n.t("health.counts", [seen, understood ?? 0]),
									strategy && i18n.t("health.foundBy", [strategy]),
								]
									.filter(Boolean)
									.join(" · ")}
							</p>
						</div>
					</li>
				);
			})}
		</ul>
	);
}
