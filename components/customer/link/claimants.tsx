import { Link2 } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { linkable } from "@/lib/contacts/phone-owner";
import { FoundDetails } from "./found-details";
import type { Linking } from "./use-linking";

/** Customers the search found who have exactly the conversation's number: only the agent can tell which it is. */
export function Claimants({ linking, phone }: { linking: Linking; phone?: string }) {
	const { claimants } = linking.known;
	if (claimants.length === 0) return null;
	return (
		<div className="mb-3 rounded-xl border border-line bg-surface text-left">
			<p className="px-3 pt-2.5 pb-1 font-medium text-[0.93rem]">
				{claimants.length > 1 ? i18n.t("link.claim.text") : i18n.t("link.claim.one")}
			</p>
			<ul className="divide-y divide-line">
				{claimants.map((customer, index) => {
					const found = linkable(customer);
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: ids may be missing
						<li key={index} className="flex items-start gap-2 px-3 py-2">
							<div className="min-w-0 flex-1">
								<FoundDetails customer={customer} known={linking.known} phone={phone} />
							</div>
							{found && (
								<Button size="small" onClick={() => linking.link(found)}>
									<Link2 aria-hidden />
									{i18n.t("link.link")}
								</Button>
							)}
						</li>
					);
				})}
			</ul>
		</div>
	);
}
