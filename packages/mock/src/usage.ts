/** Help text of `vpcep-mock`, which the README also shows. */
export const usage = `Usage: vpcep-mock [options]

Starts a local server that returns the responses defined in the contract for VPC endpoint service details.

Options:
  --port <n>            port to listen on, or 0 for any free port (default: 4010)
  --host <address>      address to listen on (default: 127.0.0.1 and ::1, local connections only)
  --queue <responses>   initial responses, such as "401, 503x2, 200" or "creating, available"
  --dynamic             generate the body of each 200 response
  --seed <n>            generate the same bodies and request IDs in every run
  --https               serve HTTPS with a new self-signed certificate
  --cert, --key <file>  serve HTTPS with this PEM certificate and key
  --any-token           accept every request without checking the token or signature
  --settle-after <s>    duration of creation and deletion in scenarios, in seconds (default: 90)
  --quiet               do not log requests
  --version             print the version
  --help                print this help

Environment:
  VPCEP_MOCK_TOKEN, VPCEP_MOCK_ACCESS_KEY, VPCEP_MOCK_SECRET_KEY
                        credentials to accept instead of the defaults

To learn how to queue responses while the mock is running, open its root URL.`;
