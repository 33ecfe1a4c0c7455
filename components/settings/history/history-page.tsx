export default function HistoryPage() {
	return <p>history</p>;
}
