import { Circle, CircleCheck, X } from "lucide-react";
import { i18n } from "#i18n";
import { useFirstStepsHidden } from "@/components/hooks/use-first-steps";
import { Button } from "@/components/ui/button";
import { hrefOf } from "../shell/place";
import type { OverviewState } from "./overview-state";

/** A checklist that ticks itself by what is set and seen to work; gone when all is done, or when put away. */
export function FirstSteps({ endpoints, health, webhook }: OverviewState) {
	const { hidden, hide } = useFirstStepsHidden();
	const customer = "sidePanel_CustomerInfo";
	const steps = [
		{
			name: "connect",
			done: endpoints.some(({ type }) => type === customer),
			href: hrefOf({ route: "crm-endpoints", target: customer }),
		},
		{
			name: "answer",
			done: health.some(({ type, last_success }) => type === customer && last_success !== null),
			href: "https://web.whatsapp.com/",
		},
		{
			name: "webhook",
			done: webhook.webhook_enabled && webhook.webhook_url !== "",
			href: hrefOf({ route: "webhooks" }),
		},
	] as const;
	const done = steps.filter((step) => step.done).length;
	if (hidden || done === steps.length) return null;
	return (
		<section
			aria-label={i18n.t("settings.overview.steps.title")}
			className="rounded-2xl border border-line bg-surface p-5"
		>
			<div className="flex items-start gap-2">
				<div className="min-w-0 flex-1">
					<h2 className="font-semibold text-[1.15rem]">{i18n.t("settings.overview.steps.title")}</h2>
					<p className="text-ink-soft">{i18n.t("settings.overview.steps.progress", [done, steps.length])}</p>
				</div>
				<Button
					look="quiet"
					size="icon"
					aria-label={i18n.t("settings.overview.steps.dismiss")}
					title={i18n.t("settings.overview.steps.dismiss")}
					onClick={hide}
				>
					<X aria-hidden />
				</Button>
			</div>
			<ol className="mt-3 space-y-3">
				{steps.map((step) => (
					<li key={step.name} className="flex gap-2.5">
						{step.done ? (
							<CircleCheck
								role="img"
								aria-label={i18n.t("settings.overview.steps.done")}
								className="mt-0.5 size-5 shrink-0 text-good"
							/>
						) : (
							<Circle aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />
						)}
						<div className="min-w-0">
							{step.done ? (
								<p className="text-ink-soft">{i18n.t(`settings.overview.steps.${step.name}`)}</p>
							) : (
								<>
									<a
										href={step.href}
										className="font-medium text-accent-ink underline"
										{...(step.name === "answer" && { target: "_blank", rel: "noreferrer" })}
									>
										{step.name === "answer"
											? i18n.t("settings.overview.steps.whatsapp")
											: i18n.t(`settings.overview.steps.${step.name}`)}
									</a>
									<p className="text-[0.93rem] text-ink-soft">
										{i18n.t(`settings.overview.steps.${step.name}Text`)}
									</p>
								</>
							)}
						</div>
					</li>
				))}
			</ol>
		</section>
	);
}
