import RecoupLedger
import Testing
