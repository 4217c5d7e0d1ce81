/** Where subscriptions are answered: this platform's own graph, over a WebSocket. */
export const socketAddress = (): string =>
  `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`;
