"""Gets a 401, a 503, and a 200 from a running mock. Requires only Python 3.

Start the mock first: npx vpcep-mock
"""

import json
import sys
import urllib.error
import urllib.request

MOCK = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:4010"
SERVICE = MOCK + "/v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoint-services/my-service"


def queue(*responses):
    """Queues the next responses."""
    body = json.dumps(responses).encode()
    urllib.request.urlopen(urllib.request.Request(MOCK + "/_mock/queue", body)).close()


def get_service():
    """Requests the endpoint service and returns the response status and body."""
    request = urllib.request.Request(SERVICE, headers={"X-Auth-Token": "mock-token"})
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


queue(401, 503, "available")
for _ in range(3):
    status, body = get_service()
    print(status, body.get("error_code") or body["status"])
