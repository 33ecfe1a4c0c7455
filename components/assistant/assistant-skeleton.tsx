import { i18n } from "#i18n";
import { Skeleton } from "@/components/ui/skeleton";

/** The tab's shape for the moment in which the page tells whose chat was opened. */
export function AssistantSkeleton({ name }: { name: string }) {
	return (
		<div
			role="status"
			aria-label={i18n.t("states.loading", [name])}
			data-testid="assistant-skeleton"
			className="animate-pulse space-y-2.5 border-line border-b bg-surface p-3 [animation-delay:400ms]"
		>
			<p className="min-h-6 truncate font-semibold text-[0.93rem]">{name}</p>
			<div className="grid grid-cols-3 gap-1.5">
				{["friendly", "brief", "formal"].map((tone) => (
					<Skeleton key={tone} className="h-9" />
				))}
			</div>
			<Skeleton className="h-9" />
		</div>
	);
}
