import { QueryErrorResetBoundary } from "@tanstack/react-query";
import { Component, type ReactNode } from "react";
import { ErrorPage } from "./ErrorPage";

interface Props {
  children: ReactNode;
  onReset: () => void;
}

class Fence extends Component<Props, { error?: unknown }> {
  override state: { error?: unknown } = {};
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  readonly reset = () => {
    this.props.onReset();
    this.setState({ error: undefined });
  };
  override render() {
    const { error } = this.state;
    return error === undefined ? this.props.children : <ErrorPage error={error} reset={this.reset} />;
  }
}

/** Keeps a failure within the page, and lets what failed to be read be read again. */
export function ErrorFence({ children }: { children: ReactNode }) {
  return <QueryErrorResetBoundary>{({ reset }) => <Fence onReset={reset}>{children}</Fence>}</QueryErrorResetBoundary>;
}
