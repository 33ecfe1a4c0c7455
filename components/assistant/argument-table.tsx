/** Arguments by name, each as it is sent. */
export function ArgumentTable({ label, values }: { label: string; values: Record<string, unknown> }) {
	return (
		<table className="w-full table-fixed border-collapse text-[0.86rem]">
			<caption className="pb-0.5 text-left text-ink-soft">{label}</caption>
			<tbody>
				{Object.entries(values).map(([name, value]) => (
					<tr key={name} className="border-line border-t align-top">
						<th scope="row" className="w-2/5 break-words py-1 pr-2 text-left font-medium font-mono">
							{name}
						</th>
						<td className="whitespace-pre-wrap break-words py-1">{valueText(value)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

const valueText = (value: unknown): string =>
	typeof value === "string" ? value : JSON.stringify(value, null, 1);
