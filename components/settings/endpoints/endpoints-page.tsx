export default function EndpointsPage() {
	return <p>endpoints</p>;
}
