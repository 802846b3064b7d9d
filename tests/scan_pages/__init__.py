"""Made-up scanned pages whose prints are known: what `core.scans` is tuned and measured on."""
