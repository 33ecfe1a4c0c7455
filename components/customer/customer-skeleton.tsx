import { i18n } from "#i18n";
import { Skeleton } from "@/components/ui/skeleton";
import { ContactHeading } from "./contact-heading";

/** The card's shape while the CRM is being asked; what the chat itself tells is there at once. */
export function CustomerSkeleton({ name, phone }: { name: string; phone?: string }) {
	return (
		<div
			role="status"
			aria-label={i18n.t("states.loading", [name])}
			data-testid="customer-skeleton"
			className="animate-pulse [animation-delay:400ms]"
		>
			<ContactHeading name={name}>
				{phone && phone !== name ? (
					<p className="text-ink-soft tabular-nums">{phone}</p>
				) : (
					<Skeleton className="mt-2 h-3 w-2/5" />
				)}
			</ContactHeading>
			<div className="mx-3 mb-3 grid grid-cols-3 gap-px overflow-hidden rounded-xl border border-line bg-line">
				{["orders", "spent", "average"].map((figure) => (
					<div key={figure} className="bg-surface p-3">
						<Skeleton className="h-3 w-10" />
						<Skeleton className="mt-2 h-5 w-14" />
					</div>
				))}
			</div>
			<div className="mx-3 space-y-3 rounded-xl border border-line bg-surface p-3.5">
				<Skeleton className="h-3 w-16" />
				{["w-4/5", "w-3/5", "w-2/3", "w-1/2"].map((width) => (
					<Skeleton key={width} className={`h-4 ${width}`} />
				))}
			</div>
		</div>
	);
}
