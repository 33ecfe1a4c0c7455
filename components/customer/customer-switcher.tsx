import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";
import type { Customer } from "@/lib/crm/customer";

type CustomerSwitcherProps = { customers: Customer[]; chosen: number; choose(index: number): void };

/** Chooses between customers that share a number. */
export function CustomerSwitcher({ customers, chosen, choose }: CustomerSwitcherProps) {
	return (
		<fieldset className="mx-3 mt-3 min-w-0 rounded-xl bg-sunken p-1">
			<legend className="sr-only">{i18n.t("customer.several", customers.length)}</legend>
			<p aria-hidden className="px-2 pt-1 pb-1.5 text-[0.86rem] text-ink-soft">
				{i18n.t("customer.several", customers.length)}
			</p>
			<div className="flex max-h-40 flex-wrap gap-1 overflow-y-auto">
				{customers.map((customer, index) => (
					<label
						// biome-ignore lint/suspicious/noArrayIndexKey: the position is what is chosen; ids may be missing or repeat
						key={index}
						className={classNames(
							"min-w-0 flex-1 cursor-pointer rounded-lg px-2.5 py-1.5 text-center font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent",
							index === chosen ? "bg-surface text-ink shadow-sm" : "text-ink-soft hover:text-ink",
						)}
					>
						<input
							type="radio"
							name="customer"
							className="sr-only"
							checked={index === chosen}
							onChange={() => choose(index)}
						/>
						<span className="block truncate">
							{customer.name ?? customer.email ?? customer.id ?? i18n.t("customer.numbered", [index + 1])}
						</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
